using System.Text.Json;
using DynamoToolkit.Patterns.Trigrams;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Patterns.OpenSearch;

/// <summary>
/// One write of a bulk request ("Bulk API"): it creates, replaces or deletes a document, if nobody has written the document since its
/// version was read.
/// </summary>
/// <param name="Id">The document's id.</param>
/// <param name="Item">The item; null to delete its document.</param>
/// <param name="Key">The item's key: the partition key and the sort key.</param>
/// <param name="Version">The document's version when it was read; null if there was none.</param>
internal sealed record DocumentWrite(string Id, object? Item, (string Partition, string Sort) Key, StoredVersion? Version)
{
    private string Action => Item is null ? "delete" : Version is null ? "create" : "index";

    /// <summary>Appends the lines of the write.</summary>
    public void Append(WireBuffer body, DocumentModel model)
    {
        JsonBody.Append(body, writer => writer.Wrap(Action, () =>
        {
            writer.WriteStartObject();
            writer.WriteString("_id", Id);
            if (Version is { } version)
            {
                writer.WriteNumber("if_seq_no", version.SequenceNumber);
                writer.WriteNumber("if_primary_term", version.PrimaryTerm);
            }

            writer.WriteEndObject();
        }));
        body.Write("\n"u8);
        if (Item is null)
            return;

        JsonBody.Append(body, writer => WriteDocument(writer, model, Item));
        body.Write("\n"u8);
    }

    /// <summary>Reads how the write ended.</summary>
    /// <exception cref="FormatException">The result is that of another write.</exception>
    public DocumentResult Read(JsonElement result)
    {
        if (!result.TryGetProperty(Action, out var outcome) || outcome.GetProperty("_id").GetString() != Id)
            throw new FormatException("The results are not those of the request.");
        var status = outcome.GetProperty("status").GetInt32();

        // To delete a document that does not exist has the status 404, but is not an error.
        if (!outcome.TryGetProperty("error", out var error))
        {
            return status is 200 or 201 || (status == 404 && Item is null)
                ? new DocumentResult(status, "", "")
                : throw new FormatException($"A result has the status {status} and no error.");
        }

        var (type, reason) = OpenSearchErrors.Read(error);
        return new DocumentResult(status, type, reason);
    }

    private void WriteDocument(Utf8JsonWriter writer, DocumentModel model, object item)
    {
        writer.WriteStartObject();
        writer.WriteString(DocumentModel.PartitionField, Key.Partition);
        writer.WriteString(DocumentModel.SortField, Key.Sort);
        WriteMembers(writer, DocumentModel.TextField, model.Texts, item, static value => value.ToString());
        WriteMembers(writer, DocumentModel.FoldedField, model.Texts, item, static value => TextFold.Of(value.ToString()));
        WriteMembers(writer, DocumentModel.ScopeField, model.Scopes, item, DocumentModel.KeywordOf);
        writer.WriteEndObject();
    }

    private static void WriteMembers(
        Utf8JsonWriter writer,
        string name,
        IReadOnlyList<(MemberValue Member, string Field)> members,
        object item,
        Func<KeyValue, string> textOf) =>
        writer.Member(name, () =>
        {
            foreach (var (member, field) in members)
            {
                if (member.ValueOf(item) is { IsNone: false } value)
                    writer.WriteString(field, textOf(value));
            }
        });
}
