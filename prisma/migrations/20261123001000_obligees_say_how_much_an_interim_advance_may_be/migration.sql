-- 中間前払金 and the sum of both advances; the usual 20 % and 60 % for the versions of rules that stand there already.
ALTER TABLE "obligee_rules" ADD COLUMN "interim_cap_percent" INTEGER NOT NULL DEFAULT 20;
ALTER TABLE "obligee_rules" ADD COLUMN "advances_cap_percent" INTEGER NOT NULL DEFAULT 60;
