import { padSerial } from "#lib/core/text.ts";

export const receiptNumberPattern = /^\d{8}-\d{6}$/;

/** The 受付番号 of a date ('YYYY-MM-DD' in Tokyo) and that day's serial (1 to 999,999), "20260410-000001". Throws RangeError beyond. */
export function formatReceiptNumber(isoDate: string, serial: bigint | number): string {
  return `${isoDate.replaceAll("-", "")}-${padSerial(serial, 6)}`;
}
