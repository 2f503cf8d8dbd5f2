package daybook.store.bucket;

/** The buckets that tests count in obey the kit as well. */
final class MemoryBucketsTest extends BucketsKit {

  @Override
  protected Buckets empty() {
    return new MemoryBuckets();
  }
}
