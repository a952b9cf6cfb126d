using System.Text.Json;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Requests;

namespace DynamoToolkit.Local.Operations.Transactions;

/// <summary>The actions of a transaction.</summary>
internal static class TransactItems
{
    private const int MaxActions = 100;
    private const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>Reads the list of actions, and checks its length.</summary>
    public static JsonElement Read(Fields fields, Constraints constraints)
    {
        var list = fields.List("TransactItems");
        constraints.NotNull("transactItems", list is not null);
        constraints.Length("transactItems", list?.GetArrayLength(), list?.GetRawText() ?? "", 1, MaxActions);
        constraints.ThrowIfAny();
        return list!.Value;
    }

    /// <summary>Checks the size of all items of a transaction together.</summary>
    public static void CheckSize(long bytes)
    {
        if (bytes > MaxBytes)
            throw DynamoError.Validation($"Transaction payload size cannot exceed {MaxBytes} bytes");
    }

    /// <summary>The error of two actions on one item.</summary>
    public static DynamoError MultipleOperations() =>
        DynamoError.Validation("Transaction request cannot include multiple operations on one item");
}
