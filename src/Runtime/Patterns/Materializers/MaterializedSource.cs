using DynamoToolkit.Wire;

namespace DynamoToolkit.Patterns.Materializers;

/// <summary>
/// Where the content of a materialized member comes from. It is stored beside the member, and each write of the member changes it, so that
/// a write can notice another one since its reads.
/// </summary>
/// <param name="Id">A random text that is new when the member is computed for the first time, also after a put has removed it.</param>
/// <param name="Number">How many times it was written since.</param>
/// <param name="Positions">The changes of children that a map contains, by its keys; also of deleted children.</param>
internal sealed record MaterializedSource(string Id, long Number, IReadOnlyDictionary<string, string> Positions)
{
    public const string IdName = "id";
    public const string NumberName = "n";
    public const string PositionsName = "at";

    private static readonly Dictionary<string, string> None = [];

    /// <summary>The source of a member that was never computed.</summary>
    public static MaterializedSource New() => new(Guid.NewGuid().ToString("N"), 0, None);

    /// <summary>Whether a change was the last one that was applied to a place in the map: then it has come again.</summary>
    public bool EndsWith(string name, string change) =>
        Positions.TryGetValue(name, out var position) && SourcePosition.Parse(position).Change == change;

    /// <summary>Reads the attribute; null if it does not have the form that materializers write.</summary>
    public static MaterializedSource? Read(ref ItemReader reader)
    {
        if (!reader.PeekTag().SequenceEqual("M"u8))
        {
            reader.SkipValue();
            return null;
        }

        string? id = null;
        var number = 0L;
        Dictionary<string, string> positions = [];
        reader.BeginMapValue();
        reader.BeginMap();
        while (reader.ReadName(out var name))
        {
            if (name.SequenceEqual("id"u8))
                id = reader.ReadString();
            else if (name.SequenceEqual("n"u8))
                number = reader.ReadNumber<long>();
            else if (name.SequenceEqual("at"u8))
                positions = DictionaryConverter<string, StringConverter>.Read(ref reader);
            else
                reader.SkipValue();
        }

        reader.EndMapValue();
        return id is null ? null : new MaterializedSource(id, number, positions);
    }

    /// <summary>The attribute's value: <c>{"M":{…}}</c>.</summary>
    public byte[] ToJson()
    {
        using var buffer = WireBuffer.Rent();
        var writer = new ItemWriter(buffer);
        var start = writer.BeginMapValue();
        writer.WriteName(IdName);
        writer.WriteStringValue(Id);
        writer.WriteName(NumberName);
        writer.WriteNumberValue(Number);
        writer.WriteName(PositionsName);
        var positions = writer.BeginMapValue();
        foreach (var (name, position) in Positions)
        {
            writer.WriteName(name);
            writer.WriteStringValue(position);
        }

        writer.EndMapValue(positions);
        writer.EndMapValue(start);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
