using System.Text;
using System.Text.Json;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Patterns.OpenSearch;

/// <summary>A hit of a search: the key of an item, and its place in the order.</summary>
/// <param name="Score">The score, as OpenSearch wrote it, so that it returns unchanged; null in a walk by keys.</param>
/// <param name="Partition">The partition key.</param>
/// <param name="Sort">The sort key.</param>
internal readonly record struct SearchHit(string? Score, string Partition, string Sort)
{
    /// <summary>Reads the values that a hit is sorted by.</summary>
    /// <exception cref="FormatException">They are not those of this library's searches.</exception>
    public static SearchHit Read(JsonElement sort, bool isRanked)
    {
        if (sort.GetArrayLength() != (isRanked ? 3 : 2))
            throw new FormatException("A hit has other sort values than the search asked for.");
        var next = 0;
        var score = isRanked ? sort[next++] : default;
        if (isRanked && (score.ValueKind != JsonValueKind.Number || !score.TryGetDouble(out _)))
            throw new FormatException("A hit has no score.");
        return new SearchHit(
            isRanked ? score.GetRawText() : null,
            sort[next].GetString() ?? throw new FormatException("A hit has no partition key."),
            sort[next + 1].GetString() ?? throw new FormatException("A hit has no sort key."));
    }

    /// <summary>Reads all hits of an answer.</summary>
    /// <exception cref="OpenSearchException">The answer lacks the hits of some shards.</exception>
    public static List<SearchHit> ReadAll(JsonElement answer, bool isRanked)
    {
        // By default OpenSearch answers with what it has if a shard fails or takes too long. A part of the hits is not the answer.
        if (answer.GetProperty("timed_out").GetBoolean())
            throw new OpenSearchException("OpenSearch answered with a part of the hits, because it ran out of time.", "incomplete_answer");
        if (answer.GetProperty("_shards").GetProperty("failed").GetInt32() is > 0 and var failed)
        {
            var (type, reason) = answer.GetProperty("_shards").TryGetProperty("failures", out var failures)
                ? OpenSearchErrors.ReadFailures(failures)
                : ("", "");
            throw new OpenSearchException(
                $"OpenSearch answered with a part of the hits, because {failed} shards failed: {type} {reason}".TrimEnd(' ', ':') + ".",
                OpenSearchErrors.IsOfRequest(type) ? type : "incomplete_answer");
        }

        return [.. answer.GetProperty("hits").GetProperty("hits").EnumerateArray().Select(hit => Read(hit.GetProperty("sort"), isRanked))];
    }

    /// <summary>Writes the sort values.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        if (Score is not null)
            writer.WriteRawValue(Score);
        writer.WriteStringValue(Partition);
        writer.WriteStringValue(Sort);
        writer.WriteEndArray();
    }

    /// <summary>Reads what <see cref="ToText"/> returned.</summary>
    /// <exception cref="FormatException">The text is another one.</exception>
    public static SearchHit Parse(ReadOnlyMemory<byte> json, bool isRanked)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement, isRanked);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new FormatException("The text is not a place in a search.", error);
        }
    }

    /// <summary>The sort values as JSON.</summary>
    public string ToText()
    {
        using var buffer = WireBuffer.Rent();
        JsonBody.Append(buffer, Write);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
