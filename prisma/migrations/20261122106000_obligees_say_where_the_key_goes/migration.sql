-- How each obligee wants the key handed in, per product and stage, as versions.
CREATE TYPE "handover_channel" AS ENUM ('email', 'web_form', 'e_contract', 'paper');
CREATE TYPE "handover_stage" AS ENUM ('initial', 'change');

CREATE TABLE "handover_routes" (
    "id" UUID NOT NULL,
    "obligee_id" UUID NOT NULL,
    "product" "product" NOT NULL,
    "stage" "handover_stage" NOT NULL,
    "version" INTEGER NOT NULL,
    "effective_from" DATE NOT NULL,
    "channel" "handover_channel" NOT NULL,
    "section" TEXT NOT NULL,
    "address" TEXT,
    "subject_template" TEXT NOT NULL,
    "body_fields" TEXT[],
    "other_papers" TEXT[],
    "follow_up_call" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,
    "demo" BOOLEAN NOT NULL,

    CONSTRAINT "handover_routes_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "handover_routes_obligee_id_product_stage_version_key" ON "handover_routes"("obligee_id", "product", "stage", "version");

ALTER TABLE "handover_routes" ADD CONSTRAINT "handover_routes_obligee_id_fkey" FOREIGN KEY ("obligee_id") REFERENCES "obligees"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Only a mail has an address. What it is about follows from the case, never from a line end in a template.
ALTER TABLE "handover_routes" ADD CONSTRAINT "address_of_mail" CHECK ("address" IS NULL OR "channel" = 'email');
ALTER TABLE "handover_routes" ADD CONSTRAINT "subject_on_one_line" CHECK ("subject_template" !~ '[\r\n]');

-- Reference data: every party reads it, the system (seed) and the administrator write it.
ALTER TABLE "handover_routes" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "handover_routes" FORCE ROW LEVEL SECURITY;
CREATE POLICY everyone_reads ON "handover_routes" FOR SELECT USING ((SELECT app_party()) IS NOT NULL);
CREATE POLICY system_writes ON "handover_routes" USING ((SELECT app_party()) IN ('system', 'admin'));
