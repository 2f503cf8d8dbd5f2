package daybook.document;

import daybook.contract.Shape;
import daybook.contract.View;
import daybook.domain.AsOf;
import daybook.store.Piece;
import daybook.store.RecordWrite;
import daybook.store.Rendered;
import daybook.store.StoredDocument;
import daybook.store.ViewId;
import java.util.ArrayList;
import java.util.List;

/**
 * A kind of record with all its wire forms: what it is rendered to, and what it comes and goes in.
 *
 * @param kind the kind
 * @param views of each every record keeps a piece
 * @param shapes the shapes it has in files
 * @param <R> the record
 */
public record Family<R>(Kind<R> kind, List<View<R>> views, List<Shape<R>> shapes) {

  /** Copies the lists. */
  public Family {
    views = List.copyOf(views);
    shapes = List.copyOf(shapes);
  }

  /** Returns the names of its views. */
  public List<ViewId> viewIds() {
    return views.stream().map(View::id).toList();
  }

  /** Renders a record for every view. */
  public List<Piece> pieces(R row) {
    List<Piece> pieces = new ArrayList<>(views.size());
    for (View<R> view : views) {
      pieces.add(new Piece(view.id(), view.sortInstant(row), view.render(row)));
    }
    return pieces;
  }

  /** Returns the write of a record that was merged with the given revision, 0 for a new one. */
  public RecordWrite<R> write(R row, AsOf asOf, long revision) {
    return new RecordWrite<>(kind.id(row), row, kind.encode(row), asOf, revision, pieces(row));
  }

  /** Renders a stored record anew. */
  public Rendered rendered(StoredDocument stored) {
    return new Rendered(stored.id(), stored.revision(), pieces(kind.decode(stored.document())));
  }
}
