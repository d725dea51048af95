// The precompiled headers of the tests need a program to belong to.
int main()
{
    return 0;
}
