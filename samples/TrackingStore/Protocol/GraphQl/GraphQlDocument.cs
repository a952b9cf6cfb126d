using System.Text.Json.Nodes;

namespace TrackingStore.Protocol.GraphQl;

/// <summary>A document: operations, and the fragments that they use.</summary>
internal sealed record GraphQlDocument(
    IReadOnlyList<GraphQlOperation> Operations, IReadOnlyDictionary<string, GraphQlFragment> Fragments)
{
    /// <summary>The operation that a request asks for.</summary>
    /// <param name="name">Its name; null if there is only one.</param>
    public GraphQlOperation Find(string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return Operations.Count == 1
                ? Operations[0]
                : throw new GraphQlException("Must provide operation name if query contains multiple operations.");
        }

        return Operations.FirstOrDefault(operation => operation.Name == name)
            ?? throw new GraphQlException($"Unknown operation named '{name}'.");
    }

    /// <summary>The values of an operation's variables.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="given">The values that the request gives.</param>
    public static GraphQlValues Bind(GraphQlOperation operation, JsonObject? given)
    {
        var values = new GraphQlValues();
        foreach (var (name, variable) in operation.Variables)
        {
            if (given is not null && given.TryGetPropertyValue(name, out var value)) values.Add(name, value);
            else if (variable.Default is { } standard) values.Add(name, standard(values));
            if (variable.IsRequired && !values.Has(name))
                throw new GraphQlException($"Variable '${name}' of a required type was not provided.");
        }

        return values;
    }
}
