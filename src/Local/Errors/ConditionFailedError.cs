using System.Text.Json;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Errors;

/// <summary>A condition did not hold; with the item as it stands if the request asked for it.</summary>
internal sealed class ConditionFailedError(MapValue? item) : DynamoError(ServiceType("ConditionalCheckFailedException"), Text)
{
    public const string Text = "The conditional request failed";

    /// <summary>The item that the condition was tried on, if asked for and there.</summary>
    public MapValue? Item { get; } = item;

    public override void WriteDetails(Utf8JsonWriter json)
    {
        if (Item is not null)
            ValueWriter.WriteMap(json, "Item", Item);
    }
}
