-- Which works a rule speaks of and how the key is handed in; empty where nobody has said so yet.
ALTER TABLE "obligee_rules" ADD COLUMN "works_scope" TEXT NOT NULL DEFAULT '';
ALTER TABLE "obligee_rules" ADD COLUMN "handing_in" TEXT NOT NULL DEFAULT '';

CREATE TABLE "consigned_banks" (
    "id" UUID NOT NULL,
    "guarantor_id" UUID NOT NULL,
    "bank_code" TEXT NOT NULL,
    "consigned_from" DATE NOT NULL,
    "demo" BOOLEAN NOT NULL,

    CONSTRAINT "consigned_banks_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "consigned_banks_guarantor_id_bank_code_key" ON "consigned_banks"("guarantor_id", "bank_code");

ALTER TABLE "consigned_banks" ADD CONSTRAINT "consigned_banks_guarantor_id_fkey" FOREIGN KEY ("guarantor_id") REFERENCES "guarantors"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consigned_banks" ADD CONSTRAINT "bank_code_shape" CHECK ("bank_code" ~ '^\d{4}$');

-- Reference data: every party reads it, the system (seed) and the administrator write it.
ALTER TABLE "consigned_banks" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "consigned_banks" FORCE ROW LEVEL SECURITY;
CREATE POLICY everyone_reads ON "consigned_banks" FOR SELECT USING ((SELECT app_party()) IS NOT NULL);
CREATE POLICY system_writes ON "consigned_banks" USING ((SELECT app_party()) IN ('system', 'admin'));
