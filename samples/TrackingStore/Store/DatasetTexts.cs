using TrackingStore.Model;

namespace TrackingStore.Store;

/// <summary>
/// Keeps long schemas and profiles of data sets in pieces: MLflow takes up to 16 million characters, and an item takes 400 KB.
/// </summary>
internal sealed class DatasetTexts(TrackingTable table)
{
    private const int MaxInlineLength = 30_000;
    private const int PieceLength = 100_000;

    /// <summary>Moves the texts of an item that are too long for it into pieces of their own, which are to be put before it.</summary>
    public static (DatasetInputItem Item, IReadOnlyList<DatasetTextItem> Pieces) Split(DatasetInputItem item)
    {
        if ((item.Schema?.Length ?? 0) + (item.Profile?.Length ?? 0) <= MaxInlineLength) return (item, []);
        var textId = Guid.NewGuid().ToString("N");
        List<DatasetTextItem> pieces =
        [
            .. Pieces(item, textId, DatasetTextItem.Schema, item.Schema),
            .. Pieces(item, textId, DatasetTextItem.Profile, item.Profile),
        ];
        item.Schema = item.Profile = null;
        item.TextId = textId;
        return (item, pieces);
    }

    /// <summary>Puts the pieces.</summary>
    public Task PutAsync(IReadOnlyList<DatasetTextItem> pieces, CancellationToken cancellationToken) =>
        table.Client.BatchAsync([.. pieces.Select(table.DatasetTexts.Put)], cancellationToken);

    /// <summary>Deletes pieces that nothing names.</summary>
    public Task DeleteAsync(IReadOnlyList<DatasetTextItem> pieces, CancellationToken cancellationToken)
    {
        var keys = pieces.Select(piece => DatasetTextItem.Key(piece.RunId, piece.TextId, piece.Member, piece.Part));
        return table.Client.BatchAsync([.. keys.Select(key => table.DatasetTexts.Delete(key))], cancellationToken);
    }

    /// <summary>Puts the texts of what was read of a run together again.</summary>
    public async Task JoinAsync(IReadOnlyList<RunDataItem> data, CancellationToken cancellationToken)
    {
        foreach (var item in data)
        {
            if (item.TextId is not { } textId) continue;
            item.Schema = await ReadAsync(item.RunId, textId, DatasetTextItem.Schema, cancellationToken);
            item.Profile = await ReadAsync(item.RunId, textId, DatasetTextItem.Profile, cancellationToken);
        }
    }

    private async Task<string?> ReadAsync(string runId, string textId, string member, CancellationToken cancellationToken)
    {
        var pieces = await table.DatasetTexts
            .Query(DatasetTextItem.Partition(runId), DatasetTextItem.SortKey.StartsWith(textId, member))
            .ConsistentRead()
            .ToListAsync(cancellationToken);
        return pieces.Count == 0 ? null : string.Concat(pieces.Select(piece => piece.Text));
    }

    private static IEnumerable<DatasetTextItem> Pieces(DatasetInputItem item, string textId, string member, string? text)
    {
        var part = 0;
        for (var at = 0; at < text?.Length;)
        {
            var end = Math.Min(at + PieceLength, text.Length);
            // Half a surrogate pair is not a text.
            if (end < text.Length && char.IsHighSurrogate(text[end - 1])) end--;
            yield return new DatasetTextItem { RunId = item.RunId, TextId = textId, Member = member, Part = part++, Text = text[at..end] };
            at = end;
        }
    }
}
