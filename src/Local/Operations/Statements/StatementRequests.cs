using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Statements;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Statements;

/// <summary>Reads statements and their parameters from requests.</summary>
internal static class StatementRequests
{
    private const int MaxLength = 8192;

    /// <summary>Checks the constraints of a statement.</summary>
    /// <param name="fields">The object with <c>Statement</c> and <c>Parameters</c>.</param>
    /// <param name="constraints">Collects the failures.</param>
    /// <param name="path">The path of the object in messages, with its final point; empty for the request itself.</param>
    public static void Check(Fields fields, Constraints constraints, string path = "")
    {
        var statement = fields.Text("Statement");
        constraints.NotNull($"{path}statement", statement is not null);
        constraints.Length($"{path}statement", statement, 1, MaxLength);
        constraints.Length($"{path}parameters", fields.List("Parameters")?.GetArrayLength(), "[]", 1);
    }

    /// <summary>Parses a statement whose constraints hold.</summary>
    public static Statement Parse(Fields fields)
    {
        var parameters = new List<Value>();
        if (fields.List("Parameters") is { } list)
        {
            foreach (var parameter in list.EnumerateArray())
                parameters.Add(ValueReader.Read(parameter));
        }

        return StatementParser.Parse(fields.Text("Statement")!, parameters);
    }

    /// <summary>Whether all statements of a request read, or all write. They must not mix.</summary>
    /// <exception cref="DynamoError">Some read and some write.</exception>
    public static bool AllRead(IReadOnlyCollection<Statement> statements)
    {
        var reads = statements.Count(static statement => statement.Reads);
        return reads == 0 || reads == statements.Count
            ? reads > 0
            : throw DynamoError.Validation("Statements must either all read or all write");
    }
}
