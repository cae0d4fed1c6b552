const trueNow = Date.now.bind(Date);

/** Sets the clock of this extension host, which the extension shares, to some hours from the true time. */
export function setClock(hours: number): void {
  Date.now = () => trueNow() + hours * 3_600_000;
}
