using DynamoToolkit.Local.Errors;

namespace DynamoToolkit.Local.Expressions.Updates;

/// <summary>The errors of an update that does not fit the item.</summary>
internal static class UpdateErrors
{
    public static DynamoError NoSuchAttribute() =>
        DynamoError.Validation("The provided expression refers to an attribute that does not exist in the item");

    public static DynamoError WrongType(bool isLegacy = false) => DynamoError.Validation(isLegacy
        ? "Type mismatch for attribute to update"
        : "An operand in the update expression has an incorrect data type");

    public static DynamoError InvalidPath() =>
        DynamoError.Validation("The document path provided in the update expression is invalid for update");
}
