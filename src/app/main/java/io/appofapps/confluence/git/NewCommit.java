package io.appofapps.confluence.git;

import io.appofapps.confluence.git.Pushes.Change;
import io.appofapps.confluence.git.Pushes.Signature;
import io.appofapps.confluence.promotion.plan.FileEdit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
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
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** A change on top of a commit, whose trees are there and whose other files need not be. */
final class NewCommit {

  private final Repository local;
  private final ObjectId parent;
  private final Change change;

  NewCommit(Repository local, ObjectId parent, Change change) {
    this.local = local;
    this.parent = parent;
    this.change = change;
  }

  /** The first path whose file is not as the change expects it. */
  Optional<String> firstOther() throws IOException {
    try (RevWalk walk = new RevWalk(local);
        ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
      RevCommit commit = walk.parseCommit(parent);
      for (FileEdit edit : change.edits()) {
        ObjectId expected = formatter.idFor(Constants.OBJ_BLOB, edit.before());
        try (TreeWalk file = TreeWalk.forPath(local, edit.path(), commit.getTree())) {
          if (file == null
              || (file.getRawMode(0) & FileMode.TYPE_MASK) != FileMode.TYPE_FILE
              || !file.getObjectId(0).equals(expected)) {
            return Optional.of(edit.path());
          }
        }
      }
      return Optional.empty();
    }
  }

  /** Writes it; its id. */
  ObjectId write() throws IOException {
    try (ObjectInserter inserter = local.newObjectInserter();
        ObjectReader reader = local.newObjectReader();
        RevWalk walk = new RevWalk(reader)) {
      DirCache index = DirCache.newInCore();
      DirCacheBuilder all = index.builder();
      all.addTree(new byte[0], DirCacheEntry.STAGE_0, reader, walk.parseCommit(parent).getTree());
      all.finish();
      DirCacheEditor editor = index.editor();
      for (FileEdit edit : change.edits()) {
        ObjectId blob = inserter.insert(Constants.OBJ_BLOB, edit.after());
        editor.add(
            new DirCacheEditor.PathEdit(edit.path()) {
              @Override
              public void apply(DirCacheEntry entry) {
                entry.setObjectId(blob);
              }
            });
      }
      editor.finish();
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(index.writeTree(inserter));
      commit.setParentId(parent);
      commit.setAuthor(person(change.author(), change.at()));
      commit.setCommitter(person(change.committer(), change.at()));
      commit.setEncoding(StandardCharsets.UTF_8);
      commit.setMessage(change.message());
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      return id;
    }
  }

  private static PersonIdent person(Signature signature, Instant at) {
    return new PersonIdent(signature.name(), signature.email(), at, ZoneOffset.UTC);
  }
}
