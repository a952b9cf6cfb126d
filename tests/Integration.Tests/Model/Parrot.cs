namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A type of a family whose base class has the token.</summary>
[DynamoTable("pets"), DynamoType("parrot")]
public sealed partial class Parrot : Pet
{
    public string? Says { get; set; }
}
