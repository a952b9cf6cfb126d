namespace TrackingStore.Protocol.GraphQl;

/// <summary>A field that a document asks for.</summary>
/// <param name="Key">What it is called in the answer: its alias, or its name.</param>
/// <param name="Name">Its name.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Directives">Says whether it is wanted.</param>
/// <param name="Selections">What is wanted of it; empty for a value without fields.</param>
internal sealed record GraphQlField(
    string Key,
    string Name,
    IReadOnlyDictionary<string, GraphQlValue> Arguments,
    IReadOnlyList<GraphQlDirective> Directives,
    IReadOnlyList<GraphQlSelection> Selections) : GraphQlSelection(Directives);
