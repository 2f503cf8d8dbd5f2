package daybook.http;

import daybook.domain.AccountId;
import daybook.domain.BusinessOrder;
import daybook.domain.payment.Transaction;
import daybook.domain.seller.SellerOrder;
import daybook.store.Batch;
import daybook.store.Directory;
import daybook.store.Position;
import daybook.store.Records;
import daybook.store.Records.Holdings;
import daybook.store.Rendered;
import daybook.store.Scan;
import daybook.store.Slice;
import daybook.store.Store;
import daybook.store.Store.NotAtOnceException;
import daybook.store.StoredDocument;
import daybook.store.ViewId;
import daybook.store.Views;
import daybook.store.bucket.BucketKey;
import daybook.store.bucket.Buckets;
import daybook.store.bucket.StoredBucket;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A real store with something that happens before each page or shared bucket is read, and before
 * each ping.
 */
record HookedStore(Store inner, Runnable beforeScan, Runnable beforePing) implements Store {

  @Override
  public Records<BusinessOrder> orders() {
    return new HookedRecords<>(inner.orders(), beforeScan);
  }

  @Override
  public Records<SellerOrder> sellerOrders() {
    return new HookedRecords<>(inner.sellerOrders(), beforeScan);
  }

  @Override
  public Records<Transaction> transactions() {
    return new HookedRecords<>(inner.transactions(), beforeScan);
  }

  @Override
  public Directory directory() {
    return inner.directory();
  }

  @Override
  public Views views() {
    return inner.views();
  }

  @Override
  public Buckets buckets() {
    return new HookedBuckets(inner.buckets(), beforeScan);
  }

  // A page that something happens before is a page that takes long.
  private static void takeLong() {
    throw new NotAtOnceException();
  }

  @Override
  public void ping() {
    beforePing.run();
    inner.ping();
  }

  @Override
  public Store atOnce() {
    return new HookedStore(inner, HookedStore::takeLong, beforePing);
  }

  @Override
  public void close() {
    inner.close();
  }

  private record HookedBuckets(Buckets inner, Runnable before) implements Buckets {

    @Override
    public Optional<StoredBucket> find(BucketKey key) {
      before.run();
      return inner.find(key);
    }

    @Override
    public boolean replace(BucketKey key, byte[] found, StoredBucket next) {
      return inner.replace(key, found, next);
    }

    @Override
    public int dropFull(AccountId account, Instant now) {
      return inner.dropFull(account, now);
    }
  }

  private record HookedRecords<R>(Records<R> inner, Runnable beforeScan) implements Records<R> {

    @Override
    public Instant settled(AccountId account) {
      return inner.settled(account);
    }

    @Override
    public void settle(AccountId account, Instant upTo) {
      inner.settle(account, upTo);
    }

    @Override
    public Slice scan(Scan scan) {
      beforeScan.run();
      return inner.scan(scan);
    }

    @Override
    public List<Position> places(Scan scan) {
      return inner.places(scan);
    }

    @Override
    public Optional<List<byte[]>> pieces(AccountId account, String id, List<ViewId> views) {
      beforeScan.run();
      return inner.pieces(account, id, views);
    }

    @Override
    public Map<String, StoredDocument> find(AccountId account, Collection<String> ids) {
      return inner.find(account, ids);
    }

    @Override
    public boolean write(Batch<R> batch) {
      return inner.write(batch);
    }

    @Override
    public List<StoredDocument> documents(AccountId account, String afterId, int limit) {
      return inner.documents(account, afterId, limit);
    }

    @Override
    public boolean replacePieces(AccountId account, List<Rendered> records) {
      return inner.replacePieces(account, records);
    }

    @Override
    public Holdings holdings(AccountId account) {
      return inner.holdings(account);
    }
  }
}
