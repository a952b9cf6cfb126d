using System.Text.Json.Nodes;

namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>A place in a request: a member of an object or an element of a list.</summary>
/// <param name="Parent">The object or list.</param>
/// <param name="At">The name or the index in it.</param>
/// <param name="Table">The table that this part of the request names.</param>
internal sealed record Place(JsonNode Parent, object At, TableShape? Table)
{
    private static readonly JsonObject[] GoodValues = [ValueDraws.Of("S", "a"), ValueDraws.Of("N", "1"), ValueDraws.Of("B", "AA==")];

    /// <summary>The value there.</summary>
    public JsonNode? Node => At is string name ? Parent[name] : Parent[(int)At];

    /// <summary>All places of a request, outer ones first.</summary>
    public static IEnumerable<Place> Of(JsonNode parent, TableShape? table = null)
    {
        var places = parent switch
        {
            JsonObject members => members.Select(static member => (object)member.Key),
            JsonArray elements => Enumerable.Range(0, elements.Count).Select(static index => (object)index),
            _ => [],
        };
        if (parent is JsonObject named && named.ContainsKey("TableName"))
            table = TableOf($"{named["TableName"]}");
        foreach (var place in places.Select(at => new Place(parent, at, table)).ToList())
        {
            yield return place;
            if (place.Node is not { } child)
                continue;

            foreach (var inner in Of(child, TableOf(place.At as string) ?? table))
                yield return inner;
        }
    }

    /// <summary>A copy of the request for each edit of each place.</summary>
    public static IEnumerable<Request> Edit(Request request, Func<Place, IEnumerable<Action<Place>>> edits)
    {
        var index = 0;
        foreach (var place in Of(request.Body))
        {
            foreach (var edit in edits(place))
            {
                var body = request.Body.DeepClone().AsObject();
                edit(Of(body).ElementAt(index));
                Placeholders.RemoveUnused(request.Body, body);
                yield return new Request(request.Operation, body);
            }

            index++;
        }
    }

    /// <summary>Values without a mistake for an attribute; for one of a key, of its type.</summary>
    public static IEnumerable<JsonObject> Good(object name, TableShape? table) => name is "p" or "s" && table is not null
        ? GoodValues.Where(good => table.Keys.Contains(name) && good.ContainsKey($"{table.TypeOf((string)name)}"))
        : GoodValues;

    /// <summary>Removes what is there.</summary>
    public void Remove()
    {
        if (At is string name)
            Parent.AsObject().Remove(name);
        else
            Parent.AsArray().RemoveAt((int)At);
    }

    /// <summary>Replaces what is there.</summary>
    public void Set(JsonNode value)
    {
        if (At is string name)
            Parent[name] = value.DeepClone();
        else
            Parent[(int)At] = value.DeepClone();
    }

    private static TableShape? TableOf(string? name) => Array.Find(TableShape.All, table => table.Name == name);
}
