using System.Text.Json;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Requests;

namespace DynamoToolkit.Local.Operations.Transactions;

/// <summary>The list of actions of a transaction.</summary>
internal static class TransactItems
{
    private const int MostActions = 100;

    /// <summary>The most bytes that the items of a transaction may have together.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    /// <summary>The list, with its length checked.</summary>
    public static JsonElement Read(Fields fields, Constraints constraints)
    {
        var list = fields.List("TransactItems");
        constraints.NotNull("transactItems", list is not null);
        constraints.Length("transactItems", list?.GetArrayLength(), list?.GetRawText() ?? "", 1, MostActions);
        constraints.ThrowIfAny();
        return list!.Value;
    }

    /// <summary>The error for two actions on one item.</summary>
    public static DynamoError MultipleOperations() =>
        DynamoError.Validation("Transaction request cannot include multiple operations on one item");
}
