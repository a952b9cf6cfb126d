using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Names for the locals and parameters that stand for members, so that none meets another or one of the method's own.</summary>
internal sealed class LocalNames
{
    private readonly Dictionary<string, string> names = [];

    /// <summary>Chooses the names.</summary>
    /// <param name="members">The members.</param>
    /// <param name="reserved">The names that the method uses itself.</param>
    public LocalNames(IEnumerable<MemberSpec> members, params string[] reserved)
        : this(members, "Value", reserved)
    {
    }

    /// <summary>Chooses the names, with a suffix where another has the name already.</summary>
    public LocalNames(IEnumerable<MemberSpec> members, string suffix, IEnumerable<string> reserved)
    {
        // As an argument, _ would be a discard.
        var taken = new HashSet<string>(reserved) { "_" };
        foreach (var member in members)
        {
            var name = member.Name.ToCamelCase();
            if (!taken.Add(name))
            {
                name += suffix;
                for (var i = 2; !taken.Add(name); i++)
                    name = member.Name.ToCamelCase() + suffix + i;
            }

            names[member.Name] = name.ToIdentifier();
        }
    }

    /// <summary>The same names, but for one member.</summary>
    public LocalNames(IEnumerable<MemberSpec> members, MemberSpec renamed, string name)
        : this(members)
    {
        names[renamed.Name] = name;
    }

    /// <summary>Lets an expression stand for a member instead of a name.</summary>
    public void Replace(MemberSpec member, string expression) => names[member.Name] = expression;

    /// <summary>The name that stands for a member.</summary>
    public string this[MemberSpec member] => names[member.Name];
}
