package daybook;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A source file as the compiler's parser sees it, reduced to what the budgets count. */
record SourceFile(Path path, List<String> lines, List<Described> described, List<Method> methods) {

  /** A type or a package, and the first sentence of its Javadoc; empty when it has none. */
  record Described(String name, String firstSentence) {}

  /**
   * A method or constructor. Its parameters are given where it could not have fewer: a record's
   * constructor takes as many as the record has parts, an override as many as what it overrides.
   */
  record Method(String where, int bodyLines, int parameters, boolean given) {}

  static final Path MAIN = Path.of("src/main/java");
  static final Path TEST = Path.of("src/test/java");

  /** All Java files below a root, in the order of their paths. */
  static List<Path> below(Path root) {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<SourceFile> parse(Path root) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      var sources = files.getJavaFileObjectsFromPaths(below(root));
      if (!sources.iterator().hasNext()) {
        return List.of();
      }
      var task = (JavacTask) compiler.getTask(null, files, null, List.of(), null, sources);
      var result = new ArrayList<SourceFile>();
      for (CompilationUnitTree unit : task.parse()) {
        result.add(read(unit, DocTrees.instance(task)));
      }
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> linesOf(Path path) {
    try {
      return Files.readAllLines(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String packageName() {
    return MAIN.relativize(path.getParent()).toString().replace('/', '.');
  }

  boolean describesPackage() {
    return path.endsWith("package-info.java");
  }

  private static SourceFile read(CompilationUnitTree unit, DocTrees trees) {
    var path = Path.of(unit.getSourceFile().getName());
    var reader = new Reader(path, unit, trees);
    if (path.endsWith("package-info.java")) {
      reader.describe(
          path.getParent().toString(), new TreePath(new TreePath(unit), unit.getPackage()));
    }
    reader.scan(unit, null);
    return new SourceFile(path, linesOf(path), reader.described, reader.methods);
  }

  /** Walks a syntax tree and notes its types and methods. */
  private static final class Reader extends TreePathScanner<Void, Void> {
    private final List<Described> described = new ArrayList<>();
    private final List<Method> methods = new ArrayList<>();
    private final Path path;
    private final CompilationUnitTree unit;
    private final DocTrees trees;

    Reader(Path path, CompilationUnitTree unit, DocTrees trees) {
      this.path = path;
      this.unit = unit;
      this.trees = trees;
    }

    void describe(String name, TreePath tree) {
      var comment = trees.getDocCommentTree(tree);
      var sentence =
          comment == null
              ? ""
              : comment.getFirstSentence().stream()
                  .map(Object::toString)
                  .collect(Collectors.joining());
      described.add(new Described(name, sentence));
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
      var around = getCurrentPath().getParentPath().getLeaf();
      if (around instanceof CompilationUnitTree || around instanceof ClassTree) {
        describe(path + " " + type.getSimpleName(), getCurrentPath());
      }
      return super.visitClass(type, null);
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      if (method.getBody() != null) {
        var first = line(trees.getSourcePositions().getStartPosition(unit, method.getBody()));
        var last = line(trees.getSourcePositions().getEndPosition(unit, method.getBody()));
        var constructor = method.getReturnType() == null;
        methods.add(
            new Method(
                path + ":" + first + " " + method.getName(),
                (int) Math.max(0, last - first - 1),
                method.getParameters().size(),
                (constructor && in(Kind.RECORD)) || overrides(method)));
      } else {
        methods.add(
            new Method(path + " " + method.getName(), 0, method.getParameters().size(), false));
      }
      return super.visitMethod(method, null);
    }

    private static boolean overrides(MethodTree method) {
      return method.getModifiers().getAnnotations().stream()
          .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
    }

    private boolean in(Kind kind) {
      Tree around = getCurrentPath().getParentPath().getLeaf();
      return around.getKind() == kind;
    }

    private long line(long position) {
      LineMap lines = unit.getLineMap();
      return lines.getLineNumber(position);
    }
  }
}
