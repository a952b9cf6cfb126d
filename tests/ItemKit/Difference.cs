using System.Collections;
using System.Text.Json.Nodes;

namespace DynamoToolkit.ItemKit;

/// <summary>Where a value that came back is not the one that was written.</summary>
internal static class Difference
{
    /// <summary>The first difference as a path and both values, or null where there is none.</summary>
    public static string? Between(object? written, object? read, string path)
    {
        if (written is null || read is null)
            return written is null && read is null ? null : Say(path, written, read);

        return (written, read) switch
        {
            (DateTime one, DateTime other) => IsSame(one, other) ? null : Say(path, $"{one:O}", $"{other:O}"),
            (DateTimeOffset one, DateTimeOffset other) => one == other && other.Offset == TimeSpan.Zero
                ? null
                : Say(path, $"{one:O}", $"{other:O}"),
            (Uri one, Uri other) => one == other && one.OriginalString == other.OriginalString ? null : Say(path, one, other),
            (ReadOnlyMemory<byte> one, ReadOnlyMemory<byte> other) => Between(one.ToArray(), other.ToArray(), path),
            (ExtraAttributes one, ExtraAttributes other) => Between(AnyExtra.Parts(one), AnyExtra.Parts(other), path),
            (JsonNode one, JsonNode other) => JsonNode.DeepEquals(one, other) ? null : Say(path, one, other),
            (string, _) => written.Equals(read) ? null : Say(path, written, read),
            (IDictionary one, IDictionary other) => InMaps(one, other, path),
            (IEnumerable one, IEnumerable other) when AnyCollection.IsSet(written.GetType()) => InSets([.. one], [.. other], path),
            (IEnumerable one, IEnumerable other) => InLists([.. one], [.. other], path),
            _ when AnyScalar.Of(written.GetType()) is not null => written.Equals(read) ? null : Say(path, written, read),
            _ => InMembers(written, read, path),
        };
    }

    /// <summary>Local times come back in UTC, the others as they are.</summary>
    private static bool IsSame(DateTime written, DateTime read) => written.Kind == DateTimeKind.Local
        ? written.ToUniversalTime() == read && read.Kind == DateTimeKind.Utc
        : written == read && written.Kind == read.Kind;

    private static string? InMaps(IDictionary written, IDictionary read, string path)
    {
        foreach (var key in written.Keys)
        {
            if (!read.Contains(key))
                return Say($"{path}[{key}]", written[key], "nothing");
            if (Between(written[key], read[key], $"{path}[{key}]") is { } difference)
                return difference;
        }

        return InCounts(written, read, path);
    }

    private static string? InSets(List<object?> written, List<object?> read, string path)
    {
        var missing = written.FindIndex(element => !read.Exists(other => Between(element, other, path) is null));
        return missing >= 0 ? Say(path, written[missing], "nothing") : InCounts(written, read, path);
    }

    private static string? InLists(List<object?> written, List<object?> read, string path) =>
        InCounts(written, read, path)
            ?? written.Select((element, i) => Between(element, read[i], $"{path}[{i}]"))
                .FirstOrDefault(static difference => difference is not null);

    private static string? InCounts(ICollection written, ICollection read, string path) =>
        written.Count == read.Count ? null : Say($"{path}.Count", written.Count, read.Count);

    private static string? InMembers(object written, object read, string path)
    {
        var type = written.GetType();
        return type != read.GetType() ? Say(path, type, read.GetType())
            : StoredMember.Of(type)
                .Select(member => Between(member.Field.GetValue(written), member.Field.GetValue(read), $"{path}.{member.Name}"))
                .FirstOrDefault(static difference => difference is not null);
    }

    private static string Say(string path, object? written, object? read) =>
        $"{path} was written as '{written ?? "null"}' and is read as '{read ?? "null"}'.";
}
