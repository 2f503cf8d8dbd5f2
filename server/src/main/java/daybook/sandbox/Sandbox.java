package daybook.sandbox;

import daybook.contract.Operation;
import daybook.contract.OperationSpec;
import daybook.json.JsonProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All operations of the files that a sandbox was started with. */
public final class Sandbox {

  private final List<SandboxOperation> operations;

  private Sandbox(List<SandboxOperation> operations) {
    this.operations = operations;
  }

  /**
   * Reads the files.
   *
   * @throws SandboxException if there is anything in them that can't be answered with
   */
  public static Sandbox read(List<Path> files) {
    List<SandboxOperation> operations = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Map<String, Path> origins = new HashMap<>();
    for (Path file : files) {
      try {
        for (SandboxOperation operation :
            SandboxFile.read(String.valueOf(file.getFileName()), Files.readAllBytes(file))) {
          operations.add(operation);
          Path other = origins.putIfAbsent(place(operation), file);
          if (other != null) {
            problems.add(
                file + ": " + operation.spec().operationId() + " stands in " + other + " already");
          }
        }
      } catch (JsonProblem e) {
        problems.add(file + ": " + e.getMessage());
      } catch (NoSuchFileException e) {
        problems.add(file + ": there is no such file");
      } catch (IOException e) {
        problems.add(file + ": cannot be read: " + e.getMessage());
      }
    }
    if (!problems.isEmpty()) {
      throw new SandboxException(problems);
    }
    // A segment that is written out stands for more than one that can be anything.
    operations.sort(Comparator.comparingLong(operation -> wildcards(operation)));
    return new Sandbox(operations);
  }

  /** Returns the operations, to be served as any other. */
  public List<Operation<?>> operations() {
    return List.copyOf(operations);
  }

  /** Returns one request of each operation that is answered, the simplest there is. */
  public List<Example> examples() {
    return operations.stream().map(Example::of).toList();
  }

  // Names of path parameters don't tell paths apart.
  private static String place(SandboxOperation operation) {
    OperationSpec spec = operation.spec();
    return spec.method() + " " + spec.path().replaceAll("\\{[^/]*}", "{}");
  }

  private static long wildcards(SandboxOperation operation) {
    return operation.spec().path().chars().filter(c -> c == '{').count();
  }
}
