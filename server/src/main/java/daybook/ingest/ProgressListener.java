package daybook.ingest;

/** Is told now and then how far an import has got. */
@FunctionalInterface
public interface ProgressListener {

  /**
   * Is told how far it is.
   *
   * @param bytesRead of the files as they are, packed or not; checking counts like writing
   * @param bytesTotal all there is to read; -1 if nobody knows, as with standard input
   * @param orders how many orders have been read for good
   */
  void at(long bytesRead, long bytesTotal, long orders);
}
