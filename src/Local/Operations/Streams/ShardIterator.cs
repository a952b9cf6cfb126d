using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace DynamoToolkit.Local.Operations.Streams;

/// <summary>A place in a shard, which a request gets as an opaque text.</summary>
/// <param name="StreamArn">The stream's resource name.</param>
/// <param name="ShardId">The shard.</param>
/// <param name="Position">The sequence number of the next record.</param>
/// <param name="Created">When the iterator was made.</param>
internal sealed record ShardIterator(string StreamArn, string ShardId, long Position, DateTimeOffset Created)
{
    /// <summary>How long an iterator can be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private const int Parts = 3;
    private static readonly long MaxTicks = (DateTimeOffset.MaxValue - DateTimeOffset.UnixEpoch).Ticks;

    /// <summary>Reads the text of an iterator.</summary>
    /// <exception cref="Errors.DynamoError">The text is not an iterator.</exception>
    public static ShardIterator Parse(string text)
    {
        var outer = text.Split('|');
        if (outer.Length != Parts || !Base64.IsValid(outer[2]))
            throw StreamErrors.InvalidIterator();

        var inner = Encoding.UTF8.GetString(Convert.FromBase64String(outer[2])).Split('|');
        return inner.Length == Parts && TryParse(inner[1], out var position) && TryParse(inner[2], out var created) && created <= MaxTicks
            ? new ShardIterator(outer[0], inner[0], position, DateTimeOffset.UnixEpoch.AddTicks(created))
            : throw StreamErrors.InvalidIterator();
    }

    public override string ToString()
    {
        var ticks = Created.UtcTicks - DateTimeOffset.UnixEpoch.Ticks;
        var inner = string.Create(CultureInfo.InvariantCulture, $"{ShardId}|{Position}|{ticks}");
        return $"{StreamArn}|1|{Convert.ToBase64String(Encoding.UTF8.GetBytes(inner))}";
    }

    private static bool TryParse(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
