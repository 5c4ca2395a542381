import type { z } from "zod";
import { accountLetter } from "./account-letter.ts";
import { attachmentScan } from "./attachment-scan.ts";
import { attachmentSweep } from "./attachment-sweep.ts";
import type { JobDefinition, JobPayload, JobSubject } from "./definition.ts";
import { guaranteeIssue } from "./guarantee-issue.ts";
import { keyNotice } from "./key-notice.ts";
import { mailSend } from "./mail-send.ts";
import { messageAnnounce } from "./message-announce.ts";
import { noticeRemind } from "./notice-remind.ts";
import { noticeSend } from "./notice-send.ts";

const jobs = {
  [accountLetter.name]: accountLetter,
  [attachmentScan.name]: attachmentScan,
  [attachmentSweep.name]: attachmentSweep,
  [guaranteeIssue.name]: guaranteeIssue,
  [keyNotice.name]: keyNotice,
  [mailSend.name]: mailSend,
  [messageAnnounce.name]: messageAnnounce,
  [noticeRemind.name]: noticeRemind,
  [noticeSend.name]: noticeSend,
};

/** The name of a job and of its queue. */
export type JobName = keyof typeof jobs;

type Payloads = { [N in JobName]: z.output<(typeof jobs)[N]["payload"]> };

/** The payload that a job's handler receives. */
export type PayloadOf<N extends JobName> = Payloads[N];

/** All jobs. By this list the queue is installed, the worker started and a job that gave up is shown. */
export const definitions: { readonly [N in JobName]: JobDefinition<N, PayloadOf<N>> } = jobs;

/** The names of all jobs. */
export const jobNames = Object.keys(definitions).filter(isJobName);

/** Whether a job of this name exists; the database may still have rows of jobs that were removed from the program. */
export function isJobName(name: string): name is JobName {
  return Object.hasOwn(jobs, name);
}

/** A job in the queue, or among those that gave up. */
type DescribedJob = { title: string; key: string; payload: JobPayload; about: JobSubject };

/** Describes a queued payload; undefined when it does not fit the job. */
export function describeJob<N extends JobName>(name: N, data: unknown): DescribedJob | undefined {
  const { title, key, about, payload } = definitions[name];
  const read = payload.safeParse(data);
  return read.success
    ? { title, key: key(read.data), payload: read.data, about: about(read.data) }
    : undefined;
}
