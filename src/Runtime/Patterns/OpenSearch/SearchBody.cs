using System.Text;
using System.Text.Json;
using DynamoToolkit.Patterns.Trigrams;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Patterns.OpenSearch;

/// <summary>The bodies of searches ("Search API", "Query DSL").</summary>
internal static class SearchBody
{
    /// <summary>The length of a fragment that the field of long fragments finds.</summary>
    private const int FragmentLength = 3;

    /// <summary>How much more a text that is the searched one counts than one that has a word of it.</summary>
    private const int WholeTextBoost = 8;

    /// <summary>
    /// How many terms the words of a search may stand for in all: by default a query has at most 1,024 clauses
    /// (<c>indices.query.bool.max_clause_count</c>), and the rest of the query needs some.
    /// </summary>
    private const int MaxTerms = 800;

    /// <summary>How many terms OpenSearch takes for a word with typing errors, if nothing else is said.</summary>
    private const int MaxExpansions = 50;

    /// <summary>A longer word is taken as it is: Lucene can't look for similar ones.</summary>
    private const int MaxFuzzyLength = 64;

    /// <summary>Writes a search for words.</summary>
    /// <param name="body">Takes the body.</param>
    /// <param name="index">The index of the type.</param>
    /// <param name="scope">The values of the scope.</param>
    /// <param name="text">The text as a whole.</param>
    /// <param name="words">Its words, which must all match.</param>
    /// <param name="size">How many hits are wanted.</param>
    /// <param name="after">Where to continue; null for the beginning.</param>
    public static void WriteSearch(
        WireBuffer body,
        TrigramIndex index,
        IReadOnlyList<KeyValue> scope,
        string text,
        IReadOnlyList<string> words,
        int size,
        SearchHit? after) =>
        Write(body, size, isRanked: true, after, writer =>
        {
            var field = DocumentModel.FieldOf(index.Text);
            var expansions = ExpansionsOf(words);
            writer.Wrap("bool", () =>
            {
                writer.WriteStartObject();
                WriteFilter(writer, index, scope, field);
                writer.WriteStartArray("must");
                foreach (var word in words)
                    WriteWord(writer, field, word, expansions);
                writer.WriteEndArray();
                if (words.Count > 0)
                    WriteWholeText(writer, field, text.Trim());
                writer.WriteEndObject();
            });
        });

    /// <summary>Writes a walk through all documents, in the order of their keys.</summary>
    public static void WriteWalk(WireBuffer body, int size, SearchHit? after) =>
        Write(body, size, isRanked: false, after, static writer => writer.Wrap("match_all", () =>
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
        }));

    private static void Write(WireBuffer body, int size, bool isRanked, SearchHit? after, Action<Utf8JsonWriter> query) =>
        JsonBody.Append(body, writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("size", size);
            writer.WriteBoolean("track_total_hits", false);
            writer.WriteBoolean("_source", false);
            writer.WritePropertyName("query");
            query(writer);
            writer.WriteStartArray("sort");
            if (isRanked)
                WriteOrder(writer, "_score", "desc");
            WriteOrder(writer, DocumentModel.PartitionField, "asc");
            WriteOrder(writer, DocumentModel.SortField, "asc");
            writer.WriteEndArray();
            if (after is { } place)
            {
                writer.WritePropertyName("search_after");
                place.Write(writer);
            }

            writer.WriteEndObject();
        });

    private static void WriteOrder(Utf8JsonWriter writer, string field, string order) =>
        writer.Wrap(field, () => writer.WriteStringValue(order));

    private static void WriteFilter(Utf8JsonWriter writer, TrigramIndex index, IReadOnlyList<KeyValue> scope, string field)
    {
        writer.WriteStartArray("filter");
        writer.Wrap("exists", () => WriteString(writer, "field", $"{DocumentModel.TextField}.{field}"));
        for (var i = 0; i < scope.Count; i++)
        {
            var (name, value) = (DocumentModel.FieldOf(index.Scope[i]), DocumentModel.KeywordOf(scope[i]));
            writer.Wrap("term", () => WriteString(writer, $"{DocumentModel.ScopeField}.{name}", value));
        }

        writer.WriteEndArray();
    }

    /// <summary>A word matches in any of three ways: by its stem or with a typing error, as it is, or as a part of a longer word.</summary>
    private static void WriteWord(Utf8JsonWriter writer, string field, string word, int expansions) => writer.Wrap("bool", () =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("should");
        writer.Wrap("multi_match", () =>
        {
            writer.WriteStartObject();
            writer.WriteString("query", word);
            writer.WriteStartArray("fields");
            writer.WriteStringValue($"{DocumentModel.TextField}.{field}");
            writer.WriteStringValue($"{DocumentModel.TextField}.{field}.plain");
            writer.WriteEndArray();
            writer.WriteString("type", "most_fields");
            writer.WriteString("operator", "and");
            if (expansions > 0 && word.Length <= MaxFuzzyLength)
            {
                writer.WriteString("fuzziness", "AUTO");
                writer.WriteNumber("max_expansions", expansions);
            }

            writer.WriteEndObject();
        });
        WriteFragment(writer, $"{DocumentModel.FoldedField}.{field}", TextFold.Of(word));
        writer.WriteEndArray();
        writer.WriteNumber("minimum_should_match", 1);
        writer.WriteEndObject();
    });

    /// <summary>How many terms each part of a word may stand for in each of its two fields, so that all stay within the limit.</summary>
    private static int ExpansionsOf(IReadOnlyList<string> words)
    {
        // OpenSearch cuts words at everything but letters and digits, and some scripts between any two characters.
        var parts = words.Sum(static word => PartsOf(word));
        return Math.Min(MaxExpansions, MaxTerms / 2 / Math.Max(parts, 1));
    }

    private static int PartsOf(string word)
    {
        var (parts, isInside) = (0, false);
        foreach (var rune in word.EnumerateRunes())
        {
            var isAlone = !rune.IsAscii && !Rune.IsLower(rune) && !Rune.IsUpper(rune);
            var continues = isInside && Rune.IsLetterOrDigit(rune) && !isAlone;
            parts += Rune.IsLetterOrDigit(rune) && !continues ? 1 : 0;
            isInside = Rune.IsLetterOrDigit(rune) && !isAlone;
        }

        return parts;
    }

    private static void WriteFragment(Utf8JsonWriter writer, string field, string folded)
    {
        if (folded.EnumerateRunes().Take(FragmentLength).Count() == FragmentLength)
            writer.Wrap("match_phrase", () => WriteString(writer, field, folded));
        else
            writer.Wrap("term", () => WriteString(writer, $"{field}.short", folded));
    }

    private static void WriteWholeText(Utf8JsonWriter writer, string field, string text)
    {
        writer.WriteStartArray("should");
        writer.Wrap("term", () => writer.Wrap($"{DocumentModel.TextField}.{field}.keyword", () =>
        {
            writer.WriteStartObject();
            writer.WriteString("value", text);
            writer.WriteNumber("boost", WholeTextBoost);
            writer.WriteEndObject();
        }));
        writer.WriteEndArray();
    }

    private static void WriteString(Utf8JsonWriter writer, string name, string value) =>
        writer.Wrap(name, () => writer.WriteStringValue(value));
}
