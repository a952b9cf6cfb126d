using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Aliases;
using DynamoToolkit;
using Bookmarks = DynamoToolkit.DynamoTable<Corpus.Aliases.Bookmark>;
using Client = DynamoToolkit.DynamoClient;

namespace Corpus.Programs.BookmarkSync
{
    /// <summary>Names that stand for the library's.</summary>
    public sealed class BookmarkSync(Client client)
    {
        private readonly Bookmarks bookmarks = client.Table<Bookmark>();

        public async Task<int> PushAsync(string reader, IReadOnlyList<Uri> addresses, CancellationToken cancellationToken)
        {
            var known = (await bookmarks.Query(Bookmark.Partition(reader)).ToListAsync(cancellationToken)).ToLookup(one => one.Address);
            var added = addresses.Where(address => !known.Contains(address))
                .Select(address => bookmarks.Put(new Bookmark { Reader = reader, Id = Guid.NewGuid(), Address = address }))
                .ToList();
            if (added.Count == 0)
                return 0;
            var result = await client.BatchWriteAsync(added, cancellationToken);
            return added.Count - result.Unprocessed.Count;
        }

        public async Task TagAsync(string reader, Guid id, string tag, CancellationToken cancellationToken)
        {
            await bookmarks.Update(Bookmark.Key(reader, id)).Add(one => one.Tags, tag).ExecuteAsync(cancellationToken);
        }
    }
}
