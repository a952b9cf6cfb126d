using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Reads;

/// <summary>
/// The items of a table whose vectors are most similar to a given one. It compares all of them, so the result is exact. Of equally similar
/// items, those that a scan returns first come first.
/// </summary>
internal sealed class VectorSearch(VectorIndexSchema index, float[] vector, int maxResults)
{
    // The best first. Few, so that they need no other order.
    private readonly List<(double Distance, byte[] Block)> found = [];

    /// <summary>The number of vectors that were compared.</summary>
    public long Compared { get; private set; }

    /// <summary>Searches a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="wanted">The values that attributes of the search schema must have.</param>
    /// <returns>The items (<see cref="ItemBlock"/>) with their scores, the most similar first.</returns>
    public IEnumerable<(double Score, byte[] Block)> Run(Table table, IReadOnlyDictionary<string, Value> wanted)
    {
        using var reader = new VectorReader(index, wanted);
        var sign = index.Distance.PrefersHigh() ? -1 : 1;
        for (var cursor = table.Items.Walk(null, null); cursor.MoveNext();)
        {
            if (!reader.Read(cursor.Value))
                continue;

            Compared++;
            Add(sign * index.Distance.Score(vector, reader.Vector), cursor.Value);
        }

        return found.Select(item => (sign * item.Distance, item.Block));
    }

    private void Add(double distance, byte[] block)
    {
        if (found.Count == maxResults && distance >= found[^1].Distance)
            return;

        var place = found.Count;
        while (place > 0 && distance < found[place - 1].Distance)
            place--;
        found.Insert(place, (distance, block));
        if (found.Count > maxResults)
            found.RemoveAt(maxResults);
    }
}
