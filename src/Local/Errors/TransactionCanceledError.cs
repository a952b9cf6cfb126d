using System.Text.Json;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Errors;

/// <summary>A transaction was cancelled: one reason for every action, in order.</summary>
internal sealed class TransactionCanceledError(IReadOnlyList<CancellationReason> reasons)
    : DynamoError(ServiceType("TransactionCanceledException"), MakeMessage(reasons))
{
    /// <summary>The reasons, one for every action.</summary>
    public IReadOnlyList<CancellationReason> Reasons { get; } = reasons;

    public override string MessageProperty => "Message";

    public override void WriteDetails(Utf8JsonWriter json)
    {
        json.WriteStartArray("CancellationReasons");
        foreach (var reason in Reasons)
        {
            json.WriteStartObject();
            json.WriteString("Code", reason.Code);
            if (reason.Item is not null)
                ValueWriter.WriteMap(json, "Item", reason.Item);
            if (reason.Message is not null)
                json.WriteString("Message", reason.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string MakeMessage(IReadOnlyList<CancellationReason> reasons) =>
        $"Transaction cancelled, please refer cancellation reasons for specific reasons [{string.Join(", ", reasons.Select(static r => r.Code))}]";
}
