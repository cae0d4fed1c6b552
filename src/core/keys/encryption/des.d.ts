/** The part of des.js that is used: ciphers that take and give arrays of bytes. */
declare module "des.js" {
  type Octets = ArrayLike<number>;

  interface Decryption {
    update(data: Octets): readonly number[];
    final(): readonly number[];
  }

  interface Options {
    readonly type: "decrypt";
    readonly key: Octets;
    readonly iv: Octets;
    readonly padding: false;
  }

  interface BlockCipher {
    readonly name: string;
  }

  const des: {
    readonly DES: BlockCipher;
    readonly EDE: BlockCipher;
    readonly CBC: { instantiate(cipher: BlockCipher): { create(options: Options): Decryption } };
  };
  export default des;
}
