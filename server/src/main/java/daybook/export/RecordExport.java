package daybook.export;

import daybook.contract.Shape;
import daybook.document.Kind;
import daybook.store.Column;
import daybook.store.Filter;
import daybook.store.Position;
import daybook.store.Scan;
import daybook.store.Store;
import daybook.store.StoreException;
import daybook.store.StoredDocument;
import daybook.store.ViewId;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the records of an account by date and id, in any shape, as a stream.
 *
 * <p>Records are found by the listing of one view and rendered from their documents.
 *
 * @param <R> the record
 */
public final class RecordExport<R> {

  private static final int PAGE = 200;
  private static final int BUFFER = 1 << 16;
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

  private final Store store;
  private final Kind<R> kind;
  private final ViewId listing;

  /**
   * Makes an export.
   *
   * @param kind the kind of record
   * @param listing a view of that kind, whose order the export has
   */
  public RecordExport(Store store, Kind<R> kind, ViewId listing) {
    this.store = store;
    this.kind = kind;
    this.listing = listing;
  }

  /**
   * Writes records; the stream is finished and flushed, but stays open.
   *
   * @param progress is told how many records are written, now and then
   * @return how many records were written
   * @throws StoreException if the store can't be read or has to be reindexed first
   */
  public long write(ExportOptions options, Shape<R> shape, OutputStream out, LongConsumer progress)
      throws IOException {
    if (!store.views().complete(List.of(listing)).contains(listing)) {
      throw new StoreException(
          StoreException.Kind.NOT_OURS,
          "the store was written by another version of Daybook: run 'daybook reindex' first",
          null);
    }
    if (!options.gzip()) {
      OutputStream buffered = new BufferedOutputStream(out, BUFFER);
      long count = records(options, shape, buffered, progress);
      buffered.flush();
      return count;
    }
    GZIPOutputStream packed = new GZIPOutputStream(out, BUFFER);
    OutputStream buffered = new BufferedOutputStream(packed, BUFFER);
    long count = records(options, shape, buffered, progress);
    buffered.flush();
    packed.finish();
    out.flush();
    return count;
  }

  private long records(
      ExportOptions options, Shape<R> shape, OutputStream out, LongConsumer progress)
      throws IOException {
    LaidOut target = new LaidOut(out, options.layout(), shape);
    long count = 0;
    Position after = null;
    List<Position> places;
    do {
      places = kind.in(store).places(scan(options, after));
      for (byte[] json : rendered(options, shape, places)) {
        target.add(json);
        count++;
      }
      progress.accept(count);
      after = places.isEmpty() ? null : places.get(places.size() - 1);
    } while (places.size() == PAGE);
    target.finish();
    return count;
  }

  private Scan scan(ExportOptions options, @Nullable Position after) {
    return new Scan(
        options.account(),
        listing,
        options.from() == null ? FIRST : options.from(),
        options.to() == null ? LAST : options.to(),
        after,
        PAGE,
        filters(options));
  }

  private static List<Filter> filters(ExportOptions options) {
    List<Filter> filters = new ArrayList<>();
    if (!options.regions().isEmpty()) {
      filters.add(Filter.of(Column.REGION, names(options.regions())));
    }
    if (!options.statuses().isEmpty()) {
      filters.add(Filter.of(Column.ORDER_STATUS, names(options.statuses())));
    }
    return filters;
  }

  private static Set<String> names(Set<? extends Enum<?>> values) {
    return values.stream().map(Enum::name).collect(Collectors.toSet());
  }

  private List<byte[]> rendered(ExportOptions options, Shape<R> shape, List<Position> places) {
    List<String> ids = places.stream().map(Position::id).toList();
    Map<String, StoredDocument> documents = kind.in(store).find(options.account(), ids);
    List<byte[]> rendered = new ArrayList<>(ids.size());
    for (String id : ids) {
      StoredDocument stored = documents.get(id);
      if (stored != null) {
        rendered.add(shape.write(kind.decode(stored.document())));
      }
    }
    return rendered;
  }
}
