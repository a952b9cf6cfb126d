using System.Collections.Immutable;

namespace DynamoToolkit.Local.Streams;

/// <summary>All streams at one moment. Immutable.</summary>
/// <param name="Enabled">The enabled streams by table.</param>
/// <param name="Disabled">The disabled streams by resource name.</param>
internal sealed record StreamSet(
    ImmutableDictionary<string, TableStream> Enabled, ImmutableDictionary<string, TableStream> Disabled)
{
    /// <summary>No streams.</summary>
    public static readonly StreamSet Empty = new(
        ImmutableDictionary.Create<string, TableStream>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, TableStream>(StringComparer.Ordinal));

    /// <summary>All streams.</summary>
    public IEnumerable<TableStream> All => Enabled.Values.Concat(Disabled.Values);

    /// <summary>The streams that a request can see: a disabled stream disappears after a day.</summary>
    public IEnumerable<TableStream> Visible(DateTimeOffset now) => All.Where(stream => IsVisible(stream, now));

    /// <summary>The visible stream with this resource name, or null.</summary>
    public TableStream? Find(string arn, DateTimeOffset now) => Get(arn) is { } stream && IsVisible(stream, now) ? stream : null;

    /// <summary>The latest stream of a table, or null.</summary>
    public TableStream? Latest(Guid tableId, DateTimeOffset now) =>
        Visible(now).Where(stream => stream.TableId == tableId).MaxBy(static stream => stream.Created);

    /// <summary>The set with a stream added, or in place of an earlier state of that stream.</summary>
    public StreamSet With(TableStream stream)
    {
        if (stream.Disabled is null)
            return this with { Enabled = Enabled.SetItem(stream.TableName, stream) };

        var isLast = Enabled.TryGetValue(stream.TableName, out var enabled) && enabled.Arn == stream.Arn;
        return new StreamSet(isLast ? Enabled.Remove(stream.TableName) : Enabled, Disabled.SetItem(stream.Arn, stream));
    }

    /// <summary>The stream with this resource name, visible or not; null if there is none.</summary>
    public TableStream? Get(string arn) => Disabled.GetValueOrDefault(arn)
        ?? (Enabled.TryGetValue(TableStream.TableOf(arn), out var enabled) && enabled.Arn == arn ? enabled : null);

    /// <summary>The set without what is too old.</summary>
    public StreamSet Trim(DateTimeOffset now)
    {
        var trimmed = this;
        foreach (var stream in All)
        {
            if (!IsVisible(stream, now))
                trimmed = trimmed with { Disabled = trimmed.Disabled.Remove(stream.Arn) };
            else if (stream.Trim(now) is var kept && !ReferenceEquals(kept, stream))
                trimmed = trimmed.With(kept);
        }

        return trimmed;
    }

    private static bool IsVisible(TableStream stream, DateTimeOffset now) =>
        stream.Disabled is not { } disabled || disabled >= TableStream.Horizon(now);
}
