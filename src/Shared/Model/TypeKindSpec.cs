namespace DynamoToolkit.Shared.Model;

/// <summary>How a type is declared.</summary>
internal enum TypeKindSpec
{
    Class,
    Record,
    Struct,
    RecordStruct,
    Interface,
}
