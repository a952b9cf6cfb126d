using System.Text.Json;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Items;

/// <summary>A condition did not hold. Carries the current item if the request asked for it.</summary>
internal sealed class ConditionFailedError(MapValue? item)
    : DynamoError(ServiceType("ConditionalCheckFailedException"), "The conditional request failed")
{
    /// <summary>The item that failed the condition; null if it does not exist or the request did not ask for it.</summary>
    public MapValue? Item { get; } = item;

    public override void WriteDetails(Utf8JsonWriter json)
    {
        if (Item is not null)
            ValueWriter.WriteMap(json, "Item", Item);
    }
}
