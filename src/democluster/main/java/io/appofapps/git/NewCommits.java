package io.appofapps.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/** Adds commits to a branch without a work tree. */
public final class NewCommits {

  private NewCommits() {}

  /**
   * Adds one commit.
   *
   * @param branch without {@code refs/heads/}; made when it is not there
   * @param who author and committer, with the time
   * @param files text by path; what is not named stays as it is
   */
  public static ObjectId add(
      Repository repository,
      String branch,
      PersonIdent who,
      String message,
      Map<String, String> files)
      throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter();
        ObjectReader reader = repository.newObjectReader();
        RevWalk walk = new RevWalk(reader)) {
      ObjectId head = repository.resolve(Constants.R_HEADS + branch);
      DirCache index = DirCache.newInCore();
      if (head != null) {
        DirCacheBuilder builder = index.builder();
        builder.addTree(
            new byte[0], DirCacheEntry.STAGE_0, reader, walk.parseCommit(head).getTree());
        builder.finish();
      }
      put(index, inserter, files);
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(index.writeTree(inserter));
      if (head != null) {
        commit.setParentId(head);
      }
      commit.setAuthor(who);
      commit.setCommitter(who);
      commit.setMessage(message);
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      point(repository, Constants.R_HEADS + branch, id);
      return id;
    }
  }

  /** Makes a ref name that commit, whatever it named before. */
  public static void point(Repository repository, String ref, ObjectId id) throws IOException {
    RefUpdate update = repository.updateRef(ref);
    update.setNewObjectId(id);
    update.forceUpdate();
  }

  private static void put(DirCache index, ObjectInserter inserter, Map<String, String> files)
      throws IOException {
    DirCacheEditor editor = index.editor();
    for (Map.Entry<String, String> file : files.entrySet()) {
      ObjectId blob =
          inserter.insert(Constants.OBJ_BLOB, file.getValue().getBytes(StandardCharsets.UTF_8));
      editor.add(
          new DirCacheEditor.PathEdit(file.getKey()) {
            @Override
            public void apply(DirCacheEntry entry) {
              entry.setFileMode(FileMode.REGULAR_FILE);
              entry.setObjectId(blob);
            }
          });
    }
    editor.finish();
  }
}
