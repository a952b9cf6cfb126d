using System;
using System.Threading;
using System.Threading.Tasks;
using Corpus.Trash;
using DynamoToolkit;

namespace Corpus.Programs.TrashBin;

/// <summary>Notes that are deleted, and restored.</summary>
public sealed class TrashBin(DynamoTable<Note> notes)
{
    public Task DeleteAsync(string owner, Guid id, CancellationToken cancellationToken) =>
        notes.ExpireAsync(Note.Key(owner, id), cancellationToken);

    public async Task<Note?> RestoreAsync(string owner, Guid id, CancellationToken cancellationToken) =>
        await notes.RestoreAsync(Note.Key(owner, id), cancellationToken);

    public async Task<bool> IsInBinAsync(string owner, Guid id, CancellationToken cancellationToken)
    {
        var result = await notes.Get(Note.Key(owner, id)).IncludeExpired().ExecuteAsync(cancellationToken);
        return result.Item is { DeletesAt: not null };
    }

    public Task PaintAsync(string owner, Guid id, string? color, CancellationToken cancellationToken) =>
        notes.Update(Note.Key(owner, id))
            .Set(note => note.Color, color)
            .If(note => note.DeletesAt.NotExists())
            .ExecuteAsync(cancellationToken);
}
