using System.Text.Json.Nodes;

namespace TrackingStore.Endpoints.GraphQl;

/// <summary>A field of the answer.</summary>
/// <param name="Key">What it is called in the answer.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Fields">What is wanted of it; empty for a value without fields.</param>
internal sealed record PlannedField(
    string Key, string Name, GraphQlType Type, JsonObject Arguments, IReadOnlyList<PlannedField> Fields)
{
    /// <summary>The field that every type has: the name of the type.</summary>
    public const string TypeName = "__typename";

    /// <summary>Whether a field is wanted.</summary>
    public bool Asks(string name) => Fields.Any(field => field.Name == name);
}
