/** A body in chunks of exactly `bytes`, the last one shorter, however the network cut it. */
export async function* inChunks(body: AsyncIterable<Uint8Array>, bytes: number): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    let rest = part;
    while (size + rest.length >= bytes) {
      const cut = bytes - size;
      yield Buffer.concat([...held, rest.subarray(0, cut)]);
      rest = rest.subarray(cut);
      held = [];
      size = 0;
    }
    if (rest.length > 0) held.push(rest);
    size += rest.length;
  }
  if (size > 0) yield Buffer.concat(held);
}
