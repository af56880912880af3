// Writes numbers of any few bits one after the other, the lowest bit first.

const FIRST_BYTES = 1 << 16;

export class BitWriter {
  #bytes = new Uint8Array(FIRST_BYTES);
  #length = 0;
  #pending = 0;
  #pendingBits = 0;

  /**
   * @param {number} value  less than 2 ** bits
   * @param {number} bits  0..24
   */
  write(value, bits) {
    this.#pending |= value << this.#pendingBits;
    this.#pendingBits += bits;
    while (this.#pendingBits >= 8) this.#push();
  }

  #push() {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length++] = this.#pending;
    this.#pending >>>= 8;
    this.#pendingBits -= 8;
  }

  /** @returns {Uint8Array<ArrayBuffer>} all of it, with zeros up to a whole byte */
  finish() {
    if (this.#pendingBits > 0) this.#push();
    return this.#bytes.subarray(0, this.#length);
  }
}
