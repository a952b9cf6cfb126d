using System.Text.Json;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Patterns.OpenSearch;

/// <summary>The settings and mappings of an index.</summary>
/// <param name="model">What its documents have.</param>
/// <param name="analyzer">The analyzer that reduces words to their stems.</param>
internal sealed class IndexBody(DocumentModel model, string analyzer)
{
    /// <summary>The analyzer of all parts of three characters of a folded text.</summary>
    private const string Fragments = "fragments";

    /// <summary>The analyzer of all parts of one and two characters.</summary>
    private const string ShortFragments = "short_fragments";

    /// <summary>OpenSearch keeps no longer text as a whole, because Lucene can't.</summary>
    private const int MaxWholeText = 256;

    /// <summary>Writes the body that creates the index.</summary>
    public void WriteCreation(WireBuffer body) => JsonBody.Append(body, writer =>
    {
        writer.WriteStartObject();
        writer.Member("settings", () => writer.Member("analysis", () =>
        {
            writer.Member("tokenizer", () =>
            {
                WriteTokenizer(writer, Fragments, shortest: 3, longest: 3);
                WriteTokenizer(writer, ShortFragments, shortest: 1, longest: 2);
            });
            writer.Member("analyzer", () =>
            {
                WriteAnalyzer(writer, Fragments);
                WriteAnalyzer(writer, ShortFragments);
            });
        }));
        writer.WritePropertyName("mappings");
        WriteMappings(writer);
        writer.WriteEndObject();
    });

    /// <summary>Writes the body that adds fields to the index.</summary>
    public void WriteMappings(WireBuffer body) => JsonBody.Append(body, WriteMappings);

    private void WriteMappings(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();

        // A field that the index does not have is an error, and never one that OpenSearch guesses the type of.
        writer.WriteString("dynamic", "strict");
        writer.Member("properties", () =>
        {
            WriteKeyword(writer, DocumentModel.PartitionField);
            WriteKeyword(writer, DocumentModel.SortField);
            WriteObject(writer, DocumentModel.TextField, model.Texts, WriteText);
            WriteObject(writer, DocumentModel.FoldedField, model.Texts, WriteFolded);
            WriteObject(writer, DocumentModel.ScopeField, model.Scopes, WriteKeyword);
        });
        writer.WriteEndObject();
    }

    private static void WriteObject(
        Utf8JsonWriter writer,
        string name,
        IReadOnlyList<(MemberValue Member, string Field)> fields,
        Action<Utf8JsonWriter, string> write) =>
        writer.Member(name, () => writer.Member("properties", () =>
        {
            foreach (var (_, field) in fields)
                write(writer, field);
        }));

    private void WriteText(Utf8JsonWriter writer, string field) => writer.Member(field, () =>
    {
        writer.WriteString("type", "text");
        writer.WriteString("analyzer", analyzer);
        writer.Member("fields", () =>
        {
            writer.Member("plain", () =>
            {
                writer.WriteString("type", "text");
                writer.WriteString("analyzer", "standard");
            });
            writer.Member("keyword", () =>
            {
                writer.WriteString("type", "keyword");
                writer.WriteNumber("ignore_above", MaxWholeText);
            });
        });
    });

    private static void WriteFolded(Utf8JsonWriter writer, string field) => writer.Member(field, () =>
    {
        writer.WriteString("type", "text");
        writer.WriteString("analyzer", Fragments);
        writer.Member("fields", () => writer.Member("short", () =>
        {
            writer.WriteString("type", "text");
            writer.WriteString("analyzer", ShortFragments);
            writer.WriteString("index_options", "docs");
            writer.WriteBoolean("norms", false);
        }));
    });

    private static void WriteKeyword(Utf8JsonWriter writer, string field) =>
        writer.Member(field, () => writer.WriteString("type", "keyword"));

    private static void WriteTokenizer(Utf8JsonWriter writer, string name, int shortest, int longest) => writer.Member(name, () =>
    {
        writer.WriteString("type", "ngram");
        writer.WriteNumber("min_gram", shortest);
        writer.WriteNumber("max_gram", longest);
    });

    private static void WriteAnalyzer(Utf8JsonWriter writer, string name) => writer.Member(name, () =>
    {
        writer.WriteString("type", "custom");
        writer.WriteString("tokenizer", name);
    });
}
