namespace TrackingStore.Protocol.GraphQl;

/// <summary>A fragment: fields of a type, under a name.</summary>
internal sealed record GraphQlFragment(string TypeName, IReadOnlyList<GraphQlSelection> Selections);
