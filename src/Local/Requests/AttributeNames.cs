using System.Text;
using DynamoToolkit.Local.Errors;

namespace DynamoToolkit.Local.Requests;

/// <summary>The limits of attribute names, of items as well as of maps in them.</summary>
internal static class AttributeNames
{
    // The documentation says 64 KB. The service refuses the last byte.
    private const int MaxBytes = 65535;
    private const int MaxBytesPerUnit = 3;

    /// <summary>Refuses a name that is empty or too long.</summary>
    public static string Check(string name)
    {
        if (name.Length == 0)
            throw DynamoError.Validation("Empty attribute name");
        if (name.Length > MaxBytes / MaxBytesPerUnit && Encoding.UTF8.GetByteCount(name) > MaxBytes)
            throw DynamoError.Validation($"Attribute name is too large, must be less than {MaxBytes + 1} bytes");
        return name;
    }
}
