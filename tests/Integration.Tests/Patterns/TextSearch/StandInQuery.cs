using System.Globalization;
using System.Text.Json.Nodes;

namespace DynamoToolkit.Integration.Tests.Patterns.TextSearch;

/// <summary>
/// Executes the few kinds of queries that the library sends, as "Query DSL" and "Paginate results" describe them; any other one fails the
/// test. Analyzers are approximations: words are what letters and digits make, and a stem is a word without <c>ing</c>, <c>s</c> or
/// <c>ed</c>. Fuzziness is an edit distance as <c>AUTO</c> defines it.
/// </summary>
internal static class StandInQuery
{
    public static JsonObject Answer(StandInIndex index, JsonObject body)
    {
        Assert.False((bool)body["track_total_hits"]!);
        Assert.False((bool)body["_source"]!);
        var size = (int)body["size"]!;
        Assert.InRange(size, 1, 10_000);
        var order = body["sort"]!.AsArray().Select(static sort => Assert.Single(sort!.AsObject())).ToList();
        var isRanked = order[0].Key == "_score";
        Assert.Equal(isRanked ? ["_score", "pk", "sk"] : ["pk", "sk"], order.Select(static one => one.Key));
        Assert.Equal(isRanked ? "desc" : "asc", (string)order[0].Value!);

        var hits = index.Searchable
            .Select(document => (document.Id, Score: Score(body["query"]!.AsObject(), document.Source), document.Source))
            .Where(static hit => hit.Score is not null)
            .Select(hit => (hit.Id, Sort: (Score: isRanked ? hit.Score!.Value : 0, (string)hit.Source["pk"]!, (string)hit.Source["sk"]!)))
            .Order(Comparer<(string Id, (float Score, string, string) Sort)>.Create(static (one, other) => Compare(one.Sort, other.Sort)));
        var after = body["search_after"]?.AsArray();
        var rest = hits.Where(hit => after is null || Compare(hit.Sort, PlaceOf(after, isRanked)) > 0).Take(size);
        return new JsonObject
        {
            ["took"] = 1,
            ["timed_out"] = false,
            ["_shards"] = new JsonObject { ["total"] = 1, ["successful"] = 1, ["skipped"] = 0, ["failed"] = 0 },
            ["hits"] = new JsonObject
            {
                ["max_score"] = null,
                ["hits"] = new JsonArray([.. rest.Select(hit => (JsonNode)new JsonObject
                {
                    ["_id"] = hit.Id,
                    ["_score"] = isRanked ? hit.Sort.Score : null,
                    ["sort"] = isRanked
                        ? new JsonArray(hit.Sort.Score, hit.Sort.Item2, hit.Sort.Item3)
                        : new JsonArray(hit.Sort.Item2, hit.Sort.Item3),
                })]),
            },
        };
    }

    private static (float, string, string) PlaceOf(JsonArray after, bool isRanked)
    {
        Assert.Equal(isRanked ? 3 : 2, after.Count);
        return (isRanked ? float.Parse(after[0]!.ToJsonString(), CultureInfo.InvariantCulture) : 0, (string)after[^2]!, (string)after[^1]!);
    }

    private static int Compare((float Score, string Partition, string Sort) one, (float Score, string Partition, string Sort) other) =>
        (other.Score.CompareTo(one.Score), string.CompareOrdinal(one.Partition, other.Partition)) switch
        {
            (0, 0) => string.CompareOrdinal(one.Sort, other.Sort),
            (0, var byPartition) => byPartition,
            var (byScore, _) => byScore,
        };

    /// <summary>The score; null for no hit.</summary>
    private static float? Score(JsonObject query, JsonObject source)
    {
        var (kind, body) = Assert.Single(query);
        return kind switch
        {
            "match_all" => 1,
            "bool" => Bool(body!.AsObject(), source),
            "exists" => FieldOf(source, (string)body!["field"]!) is null ? null : 0,
            "term" => Term(Assert.Single(body!.AsObject()), source),
            "match_phrase" => Fragment(Assert.Single(body!.AsObject()), source),
            "multi_match" => Words(body!.AsObject(), source),
            _ => throw new InvalidOperationException($"The stand-in does not know the query '{kind}'."),
        };
    }

    private static float? Bool(JsonObject body, JsonObject source)
    {
        Assert.Subset(
            new HashSet<string> { "filter", "must", "should", "minimum_should_match" }, body.Select(static one => one.Key).ToHashSet());
        var filters = Scores(body["filter"], source);
        var musts = Scores(body["must"], source);
        var shoulds = Scores(body["should"], source);
        if (filters.Concat(musts).Any(static score => score is null))
            return null;
        if (shoulds.Count(static score => score is not null) < ((int?)body["minimum_should_match"] ?? 0))
            return null;
        return musts.Concat(shoulds).Sum(static score => score ?? 0);
    }

    private static List<float?> Scores(JsonNode? queries, JsonObject source) =>
        [.. (queries?.AsArray() ?? []).Select(query => Score(query!.AsObject(), source))];

    private static float? Term(KeyValuePair<string, JsonNode?> term, JsonObject source)
    {
        var (value, boost) = term.Value is JsonObject detailed
            ? ((string)detailed["value"]!, (float)detailed["boost"]!)
            : ((string)term.Value!, 1);
        if (term.Key.EndsWith(".short", StringComparison.Ordinal))
        {
            Assert.InRange(value.EnumerateRunes().Count(), 1, 2);
            return Contains(source, term.Key[..^".short".Length], value) ? 1 : null;
        }

        var field = term.Key.EndsWith(".keyword", StringComparison.Ordinal) ? term.Key[..^".keyword".Length] : term.Key;
        return FieldOf(source, field) == value ? boost : null;
    }

    /// <summary>A phrase in a field of which all parts of three characters are in the index: the field contains it.</summary>
    private static float? Fragment(KeyValuePair<string, JsonNode?> phrase, JsonObject source)
    {
        Assert.True(((string)phrase.Value!).EnumerateRunes().Count() >= 3);
        return Contains(source, phrase.Key, (string)phrase.Value!) ? 1 : null;
    }

    private static bool Contains(JsonObject source, string field, string part) =>
        FieldOf(source, field)?.Contains(part, StringComparison.Ordinal) == true;

    private static float? Words(JsonObject body, JsonObject source)
    {
        Assert.Equal(("most_fields", "and"), ((string)body["type"]!, (string)body["operator"]!));
        var isFuzzy = body["fuzziness"] is not null;
        if (isFuzzy)
        {
            Assert.Equal("AUTO", (string)body["fuzziness"]!);
            Assert.InRange((int)body["max_expansions"]!, 1, 50);
            Assert.InRange(((string)body["query"]!).Length, 1, 64);
        }

        float? best = null;
        foreach (var field in body["fields"]!.AsArray().Select(static field => (string)field!))
        {
            var isPlain = field.EndsWith(".plain", StringComparison.Ordinal);
            var words = Tokens(FieldOf(source, isPlain ? field[..^".plain".Length] : field) ?? "", isPlain);
            var wanted = Tokens((string)body["query"]!, isPlain);
            var distances = wanted.Select(word => words.Select(other => Distance(word, other)).DefaultIfEmpty(99).Min()).ToList();
            if (wanted.Count > 0 && wanted.Zip(distances).All(one => one.Second <= (isFuzzy ? Tolerance(one.First) : 0)))
                best = (best ?? 0) + wanted.Count * 3f / (1 + distances.Sum()) / MathF.Sqrt(words.Count);
        }

        return best;
    }

    private static int Tolerance(string word) => word.Length < 3 ? 0 : word.Length < 6 ? 1 : 2;

    private static List<string> Tokens(string text, bool isPlain) =>
        [.. string.Concat(text.Select(static c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => isPlain ? word : Stem(word))];

    private static string Stem(string word)
    {
        foreach (var ending in (string[])["ing", "ed", "s"])
        {
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^ending.Length];
        }

        return word;
    }

    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }

    private static string? FieldOf(JsonObject source, string path)
    {
        JsonNode? at = source;
        foreach (var part in path.Split('.'))
            at = at?[part];
        return (string?)at;
    }
}
