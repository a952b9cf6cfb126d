using System.Text.Json;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Patterns.OpenSearch;

/// <summary>
/// Which write made a document: a later write on the condition of this version fails if another one came between ("Optimistic concurrency
/// control").
/// </summary>
/// <param name="SequenceNumber">The number of the write in its shard.</param>
/// <param name="PrimaryTerm">How often the shard has had another primary copy.</param>
internal readonly record struct StoredVersion(long SequenceNumber, long PrimaryTerm)
{
    /// <summary>Writes the request for the versions of documents ("Multi-get documents").</summary>
    public static void WriteRequest(WireBuffer body, IEnumerable<string> ids) => JsonBody.Append(body, writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("docs");
        foreach (var id in ids)
        {
            writer.WriteStartObject();
            writer.WriteString("_id", id);
            writer.WriteBoolean("_source", false);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    /// <summary>Reads the versions of documents; null for one that does not exist.</summary>
    /// <exception cref="OpenSearchException">One of the documents could not be read.</exception>
    /// <exception cref="FormatException">The answer is not about these documents.</exception>
    public static List<StoredVersion?> ReadAll(JsonElement answer, IReadOnlyList<string> ids)
    {
        var versions = new List<StoredVersion?>(ids.Count);
        foreach (var document in answer.GetProperty("docs").EnumerateArray())
        {
            if (versions.Count == ids.Count || document.GetProperty("_id").GetString() != ids[versions.Count])
                throw new FormatException("The documents are not those of the request.");
            if (document.TryGetProperty("error", out var error))
            {
                // A document that cannot be read is not one that is missing. The answer as a whole has the status 200.
                var (type, reason) = OpenSearchErrors.Read(error);
                var status = type == "index_not_found_exception" ? 404 : 503;
                throw new OpenSearchException($"OpenSearch could not read a document's version: {type} {reason}", type, status);
            }

            versions.Add(document.GetProperty("found").GetBoolean()
                ? new StoredVersion(document.GetProperty("_seq_no").GetInt64(), document.GetProperty("_primary_term").GetInt64())
                : null);
        }

        return versions.Count == ids.Count ? versions : throw new FormatException("Documents of the request are missing.");
    }
}
