using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Diagnostics;

/// <summary>
/// All rules, by id, a file for each thousand: 0xxx models, 1xxx keys and indexes, 2xxx expressions and calls, 3xxx performance, 4xxx the
/// schema of existing items, 9xxx internal. Whoever finds a problem passes the properties that the message names; code fixes read them by
/// the same names.
/// </summary>
/// <remarks>
/// Names mean the same in all messages: <c>type</c> is the item type, or the base class of it that declares what is wrong, and
/// <c>member</c> its member, <c>other</c> is the type or member that conflicts with it, <c>attribute</c> is a DynamoDB attribute or a C#
/// attribute in brackets, and <c>reason</c> says what is wrong and what to do. A rule with code of its own has a file of its name in
/// <c>src/Analyzers/Rules</c>; the parser finds all others.
/// </remarks>
internal static partial class RuleTable
{
    // Without an initializer: the order of those of several files is undefined.
    private static List<RuleSpec>? rows;

    /// <summary>The rules, in the order of their ids.</summary>
    public static IReadOnlyList<RuleSpec> All => [.. rows!.OrderBy(row => row.Id, StringComparer.Ordinal)];

    private static RuleSpec Error(string id, string title, string message) => Row(id, title, message, DiagnosticSeverity.Error);

    private static RuleSpec UseError(string id, string title, string message) =>
        Row(new RuleSpec(id, title, message, DiagnosticSeverity.Error) { IsAboutUse = true });

    private static RuleSpec Warning(string id, string title, string message) => Row(id, title, message, DiagnosticSeverity.Warning);

    private static RuleSpec Info(string id, string title, string message) => Row(id, title, message, DiagnosticSeverity.Info);

    private static RuleSpec Row(string id, string title, string message, DiagnosticSeverity severity) =>
        Row(new RuleSpec(id, title, message, severity));

    private static RuleSpec Row(RuleSpec row)
    {
        (rows ??= []).Add(row);
        return row;
    }
}
