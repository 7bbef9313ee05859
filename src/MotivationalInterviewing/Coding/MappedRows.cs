using System.Buffers;

namespace MotivationalInterviewing.Coding;

/// <summary>The rows of the model that ships, read where the runtime has mapped the assembly: nothing is copied before the first answer.</summary>
/// <param name="resource">A resource of an assembly, at the rows; kept, so that the assembly stays loaded.</param>
/// <param name="length">How many numbers.</param>
internal sealed unsafe class MappedRows(UnmanagedMemoryStream resource, int length) : MemoryManager<sbyte>
{
    private readonly UnmanagedMemoryStream _resource = resource;
    private readonly sbyte* _rows = (sbyte*)resource.PositionPointer;

    public override Span<sbyte> GetSpan() => new(_rows, length);

    public override MemoryHandle Pin(int elementIndex = 0) => new(_rows + elementIndex, default, this);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _resource.Dispose();
    }
}
