using DynamoToolkit.Local.Errors;

namespace DynamoToolkit.Local.Statements;

/// <summary>The errors of statements.</summary>
internal static class StatementErrors
{
    /// <summary>The statement is not PartiQL, or not what the engine has of it.</summary>
    public static DynamoError Invalid(string problem) =>
        DynamoError.Validation($"Statement wasn't well formed, can't be processed: {problem}");

    /// <summary>The engine does not have a part of the language.</summary>
    public static DynamoError Unsupported(string what) => DynamoError.Validation($"Unsupported operation in statement: {what}");
}
