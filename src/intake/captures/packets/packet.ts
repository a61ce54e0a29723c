/** One captured packet. */
export interface Packet {
  /** Link type as libpcap numbers it: 1 Ethernet, 101 raw IP, 113 Linux cooked … */
  link: number;
  /** Seconds; only their order counts. */
  time: number;
  /** What was captured, from the link's own header on. */
  data: Uint8Array;
  /** How long it was on the wire. */
  length: number;
}

/** The packets of a file, in its order. */
export interface PacketFile {
  kind: 'pcap' | 'pcapng';
  /** Those of which anything was captured. */
  packets: Packet[];
  /** How many there are, empty ones too: nothing is kept of those, and a file may be made of them. */
  count: number;
  /** Where the file stops making sense, with what stands there; absent where it was read to its end. */
  broken?: { at: number; found: string };
}
