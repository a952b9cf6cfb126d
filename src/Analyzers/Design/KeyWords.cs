using System.Collections.Immutable;

namespace DynamoToolkit.Analyzers.Design;

/// <summary>What the names of members say about their values. It is a guess, so that no more than a suggestion follows from it.</summary>
internal static class KeyWords
{
    private static readonly ImmutableHashSet<string> Few = ImmutableHashSet.Create(
        "Status", "State", "Country", "CountryCode", "Region", "Currency", "Language", "Gender", "Category",
        "Priority", "Severity", "Stage");

    private static readonly ImmutableHashSet<string> Tenants = ImmutableHashSet.Create(
        "Tenant", "TenantId", "Organization", "OrganizationId", "OrganisationId", "OrgId", "Workspace", "WorkspaceId", "CompanyId");

    private static readonly string[] Times =
        ["Date", "Day", "Month", "Week", "Year", "Hour", "Minute", "Quarter", "YearMonth", "Bucket"];

    /// <summary>Whether a text of this name has few values.</summary>
    public static bool IsFew(string name) => Few.Contains(name) || (name.EndsWith("Status", StringComparison.Ordinal) && IsWord(name, 6));

    /// <summary>Whether a member of this name is a tenant.</summary>
    public static bool IsTenant(string name) => Tenants.Contains(name);

    /// <summary>Whether a member of this name is a part of the calendar, so that the current one takes all writes.</summary>
    public static bool IsTimeBucket(string name) => Array.Exists(Times, word =>
        name == word || (word is not "Bucket" && name.EndsWith(word, StringComparison.Ordinal) && IsWord(name, word.Length)));

    /// <summary>Whether the last letters are a word of their own: <c>OrderDate</c>, but not <c>Update</c>.</summary>
    private static bool IsWord(string name, int length) => char.IsLower(name[name.Length - length - 1]);
}
