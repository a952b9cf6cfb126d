using System.Text.Json;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Transactions;

/// <summary>A transaction was cancelled. Carries one reason for every action, in order.</summary>
internal sealed class TransactionCanceledError(IReadOnlyList<CancellationReason> reasons)
    : DynamoError(ServiceType("TransactionCanceledException"), MakeMessage(reasons))
{
    public override string MessageProperty => "Message";

    /// <summary>Cancels the transaction if any of its actions failed.</summary>
    /// <exception cref="TransactionCanceledError">At least one action failed.</exception>
    public static void ThrowIfAnyFailed(List<CancellationReason> reasons)
    {
        if (reasons.Exists(static reason => reason != CancellationReason.None))
            throw new TransactionCanceledError(reasons);
    }

    public override void WriteDetails(Utf8JsonWriter json)
    {
        json.WriteStartArray("CancellationReasons");
        foreach (var reason in reasons)
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
        "Transaction cancelled, please refer cancellation reasons for specific reasons "
        + $"[{string.Join(", ", reasons.Select(static r => r.Code))}]";
}
