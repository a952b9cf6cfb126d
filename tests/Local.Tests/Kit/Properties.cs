using FsCheck;

namespace DynamoToolkit.Local.Tests.Kit;

/// <summary>Checks properties.</summary>
internal static class Properties
{
    /// <summary>Checks a property with many values. Prints nothing if it holds.</summary>
    public static void Check(this Property property) =>
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithQuietOnSuccess(true));
}
